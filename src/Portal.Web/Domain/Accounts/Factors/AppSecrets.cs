using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// Secrets of authenticator apps, encrypted with the key ring (F7) and bound to their row, so that one copied into
/// another row opens nothing.
/// </summary>
public sealed class AppSecrets(IDataProtectionProvider protection)
{
    public static byte[] Create() => RandomNumberGenerator.GetBytes(Totp.SecretBytes);

    public byte[] Protect(Guid appId, byte[] secret) => Protector(appId).Protect(secret);

    public byte[] Read(AuthenticatorApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return Protector(app.Id).Unprotect(app.ProtectedSecret);
    }

    private IDataProtector Protector(Guid appId) => protection.CreateProtector("Portal.AuthenticatorApp", appId.ToString("N"));
}
