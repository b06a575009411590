namespace Portal.Architecture.Tests.House.Fixtures.Accounts;

internal sealed class Account;
