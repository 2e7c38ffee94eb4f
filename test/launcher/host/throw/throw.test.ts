throw new Error('thrown while the suite was loaded');
