namespace Portal.Web.Http.Frame;

/// <summary>
/// What the header of every page needs to know of the database, asked in one statement (PERF-2): numbers beside entries
/// of the menu, and the banner (HOME-1, HOME-2).
/// </summary>
public interface IHeaderLook
{
    /// <param name="paths">The entries that the menu has: "~/cases".</param>
    Task<HeaderSight> LookAsync(IReadOnlyCollection<string> paths);
}

/// <param name="Counts">By path; an entry with nothing to say is not among them.</param>
public sealed record HeaderSight(IReadOnlyDictionary<string, int> Counts, BannerNotice? Banner);
