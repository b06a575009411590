namespace Portal.Web.Features.Shared.Headers;

/// <summary>
/// A number that a feature shows beside its entry of the menu, on every page. A feature joins by registering one.
/// </summary>
public interface IHeaderCount
{
    /// <summary>The entry: "~/cases".</summary>
    string Path { get; }

    /// <summary>One of each row that counts; null where there is nothing to count.</summary>
    IQueryable<Guid>? Rows();
}
