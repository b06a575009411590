namespace Portal.Web.Features.Admin.Dashboard;

/// <summary>What happened in one hour.</summary>
/// <param name="Hour">Its beginning.</param>
public sealed record HourFigures(DateTimeOffset Hour, int SignIns, int Failures, int Lockouts, int Resets);
