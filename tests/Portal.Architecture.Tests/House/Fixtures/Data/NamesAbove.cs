namespace Portal.Architecture.Tests.House.Fixtures.Data;

internal sealed class NamesAbove
{
    public IReadOnlyList<Domain.Accounts.Identity.Account[]>? Accounts { get; set; }
}
