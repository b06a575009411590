namespace Portal.Web.Features.Admin.Dashboard;

/// <summary>A number of today and, beside it, the one of a week ago.</summary>
/// <param name="IsOver">It is beyond what is usual.</param>
public sealed record Figure(string Now, string? WeekAgo, bool IsOver = false);
