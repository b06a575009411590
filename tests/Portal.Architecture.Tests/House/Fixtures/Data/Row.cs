namespace Portal.Architecture.Tests.House.Fixtures.Data;

internal sealed class Row
{
    public int Save() => GetHashCode();
}
