using Portal.Web.Audit.Verification;

namespace Portal.Web.Features.Admin.AuditTrail.Verification;

/// <param name="HeadsAreKept">Seals are written down outside the database, too.</param>
/// <param name="Verified">What one site's verification found; null where none was asked for.</param>
public sealed record VerificationPage(IReadOnlyList<ChainState> States, bool HeadsAreKept, VerifiedSite? Verified = null);

/// <summary>One step of a site's verification.</summary>
public sealed record VerifiedSite(ChainState State, ChainStep Step)
{
    /// <summary>Number of the last seal that was looked at.</summary>
    public long Done => Step.Next is null ? State.Last?.Number ?? 0 : Step.Next.Seal - 1;
}
