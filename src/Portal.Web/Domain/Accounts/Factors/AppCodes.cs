using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text;
using Portal.Web.Data;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// Checks codes of authenticator apps. The caller holds the account's row lock, so of the same code sent twice at once,
/// to any nodes, one is accepted (MF-01).
/// </summary>
public sealed class AppCodes(PortalDbContext db, AppSecrets secrets)
{
    public async Task<CodeCheck> CheckAsync(Guid userId, string typed, DateTimeOffset now)
    {
        if (CanonicalText.OneTimeCode(typed) is not { } code)
        {
            return new CodeCheck(CodeVerdict.Unfit);
        }

        var apps = await db.AuthenticatorApps.Where(app => app.UserId == userId && app.ConfirmedAt != null).ToListAsync();
        foreach (var app in apps)
        {
            if (TotpCodes.StepOf(secrets.Read(app), code, now) is { } step && Totp.Accepts(step, now, app.LastStep))
            {
                (app.LastStep, app.LastUsedAt) = (step, now);
                return new CodeCheck(CodeVerdict.Right);
            }
        }

        return new CodeCheck(CodeVerdict.Wrong, apps.Count);
    }
}
