using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Shared.Headers;

/// <summary>
/// A number that a feature shows beside its entry of the menu, on every page. A feature joins by registering one.
/// </summary>
public interface IHeaderCount
{
    /// <summary>The entry, "~/cases"; also the key of what is asked.</summary>
    string Path { get; }

    /// <summary>Null where there is nothing to count.</summary>
    HomeAsk? Ask();
}
