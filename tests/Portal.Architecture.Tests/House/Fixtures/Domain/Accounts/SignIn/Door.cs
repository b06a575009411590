namespace Portal.Architecture.Tests.House.Fixtures.Domain.Accounts.SignIn;

internal sealed record Door(string Name);
