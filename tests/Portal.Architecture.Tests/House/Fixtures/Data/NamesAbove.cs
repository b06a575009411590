namespace Portal.Architecture.Tests.House.Fixtures.Data;

internal sealed class NamesAbove
{
    public IReadOnlyList<Accounts.Account[]>? Accounts { get; set; }
}
