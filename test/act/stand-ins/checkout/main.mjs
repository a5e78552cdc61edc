throw new Error('act copies the repository by itself');
