using Portal.Web.Data;

namespace Portal.Web.Features.Shared.Homes;

/// <summary>
/// What one section counts, and the values it counts by: its conditions read them here and nowhere else, so that the
/// counts of all sections are compiled together, once for each shape (see <see cref="HomeCounting"/>).
/// </summary>
public abstract record HomeAsk
{
    /// <summary>
    /// What decides which counts there are and how they are put together, beside the type; compared by value, one of
    /// few.
    /// </summary>
    public virtual object? Shape => null;

    /// <returns>One at least.</returns>
    public abstract IEnumerable<HomeCount> Counts(PortalDbContext db);
}
