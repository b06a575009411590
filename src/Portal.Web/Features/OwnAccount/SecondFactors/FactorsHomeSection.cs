using Microsoft.Extensions.Localization;
using Portal.Rules.SecondFactors;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors;

/// <summary>Advises whoever is kept by a password alone, or by mailed codes, to add something better.</summary>
public sealed class FactorsHomeSection(CurrentSession session, CurrentTenant tenant, IStringLocalizer<SecondFactorsText> text)
    : IHomeSection
{
    private const string Strong = "factors/strong";

    // Whose account it is sets that up itself.
    private bool CanBeStrong => session.Acting is null && tenant.Value.Factors is { Mode: not SecondFactorMode.Off } policy
        && (policy.Accepts(FactorMethod.App) || policy.Accepts(FactorMethod.Passkey));

    public HomeAsk? Ask() => CanBeStrong ? new StrongFactors(session.UserId) : null;

    public Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Task.FromResult<IReadOnlyList<HomeTask>>(CanBeStrong && counts[Strong] == 0
            ? [new(HomeTone.Advice, text["HomeTitle"], null, text["HomeText"], text["HomeAct"], AccountPaths.Security)]
            : []);
    }

    private sealed record StrongFactors(Guid UserId) : HomeAsk
    {
        public override IEnumerable<HomeCount> Counts(PortalDbContext db) =>
        [
            new(Strong, db.AuthenticatorApps.Where(app => app.UserId == UserId && app.ConfirmedAt != null).Select(app => app.Id)
                .Concat(db.Passkeys.Where(passkey => passkey.UserId == UserId).Select(passkey => passkey.Id))),
        ];
    }
}
