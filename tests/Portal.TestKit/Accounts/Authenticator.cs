using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed;
using Portal.Web.Domain.Accounts.Factors;

namespace Portal.TestKit.Accounts;

/// <summary>An authenticator app as a test holds it in its hand; all have the demonstration's secret.</summary>
public static class Authenticator
{
    public static byte[] Secret { get; } = SecretText.Read(DemoAccounts.AppSecret);

    /// <summary>What the app shows now, or some steps from now.</summary>
    public static string Code(PortalApp app, int stepsFromNow = 0)
    {
        ArgumentNullException.ThrowIfNull(app);
        return TotpCodes.At(Secret, app.Time.GetUtcNow().AddSeconds(stepsFromNow * Totp.StepSeconds));
    }

    /// <summary>A code that was not used yet: a code works once, so the clock goes on until there is another.</summary>
    public static async Task<string> FreshCodeAsync(PortalApp app, string tenant, string loginId)
    {
        ArgumentNullException.ThrowIfNull(app);
        var last = await app.QueryAsync(tenant, db => db.AuthenticatorApps
            .Where(row => row.LastStep != null && db.Users.Any(user => user.Id == row.UserId && user.UserName == loginId))
                .MaxAsync(row => row.LastStep));
        while (Totp.StepAt(app.Time.GetUtcNow()) <= last)
        {
            app.Time.Advance(TimeSpan.FromSeconds(Totp.StepSeconds));
        }

        return Code(app);
    }

    /// <summary>Gives an account the app, inside its tenant.</summary>
    public static void AddTo(IServiceProvider services, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(services);
        var (id, now) = (Guid.CreateVersion7(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        services.GetRequiredService<PortalDbContext>().AuthenticatorApps.Add(new AuthenticatorApp
        {
            Id = id,
            UserId = userId,
            Name = "Test",
            ProtectedSecret = services.GetRequiredService<AppSecrets>().Protect(id, Secret),
            CreatedAt = now,
            ConfirmedAt = now,
        });
    }
}
