using Portal.Web.Audit;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>Kinds of event that are counted, drawn and searched for as one.</summary>
/// <param name="Key">Names it in texts and styles.</param>
public sealed record AuditSeries(string Key, params string[] Kinds)
{
    public static readonly AuditSeries SignIns = new("SignIns", AuditKinds.SignedIn);

    public static readonly AuditSeries Failures = new("Failures", AuditKinds.SignInFailed, AuditKinds.SignInCodeFailed);

    public static readonly AuditSeries Lockouts = new("LockoutCount", AuditKinds.Locked, AuditKinds.PasswordVoided);

    public static readonly AuditSeries Resets = new("Resets", AuditKinds.TemporaryPasswordIssued);

    public static readonly IReadOnlyList<AuditSeries> All = [SignIns, Failures, Lockouts, Resets];

    /// <summary>How a search names it: no kind of event has a name with a colon.</summary>
    public string Word => Kinds is [var only] ? only : "series:" + Key.ToLowerInvariant();

    /// <summary>The kinds that a search means by a word; null where it means all.</summary>
    public static IReadOnlyList<string>? KindsOf(string? word) =>
        string.IsNullOrWhiteSpace(word) ? null : All.FirstOrDefault(series => series.Word == word)?.Kinds ?? [word];
}
