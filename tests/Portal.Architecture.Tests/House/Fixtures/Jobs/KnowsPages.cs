namespace Portal.Architecture.Tests.House.Fixtures.Jobs;

internal sealed class KnowsPages
{
    public string Run<T>()
        where T : Http.IPageFilter => typeof(T).Name + GetHashCode();
}
