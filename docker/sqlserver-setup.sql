-- Can be run any number of times. The owner migrates, which also gives the application's user its rights.
IF DB_ID(N'portal') IS NULL CREATE DATABASE portal;
GO
IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = N'portal') = 0
    ALTER DATABASE portal SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
IF (SELECT snapshot_isolation_state FROM sys.databases WHERE name = N'portal') = 0
    ALTER DATABASE portal SET ALLOW_SNAPSHOT_ISOLATION ON;
IF SUSER_ID(N'portal_owner') IS NULL CREATE LOGIN portal_owner WITH PASSWORD = N'$(OWNER_PASSWORD)';
IF SUSER_ID(N'portal_app') IS NULL CREATE LOGIN portal_app WITH PASSWORD = N'$(APP_PASSWORD)';
GO
USE portal;
GO
IF DATABASE_PRINCIPAL_ID(N'portal_owner') IS NULL CREATE USER portal_owner FOR LOGIN portal_owner;
IF DATABASE_PRINCIPAL_ID(N'portal_app') IS NULL CREATE USER portal_app FOR LOGIN portal_app;
ALTER ROLE db_owner ADD MEMBER portal_owner;
GO
