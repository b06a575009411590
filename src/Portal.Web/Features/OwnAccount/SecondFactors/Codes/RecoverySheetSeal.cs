using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Features.OwnAccount.SecondFactors.Codes;

/// <summary>
/// Carries the codes from the page that shows them to its file and its checkbox: encrypted, bound to their owner, for
/// half an hour. The server keeps them nowhere.
/// </summary>
public sealed class RecoverySheetSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public string Write(Guid userId, IReadOnlyList<string> codes) =>
        Protector(userId).Protect(JsonSerializer.Serialize(new Content(codes, clock.GetUtcNow() + Life)));

    /// <returns>The codes; null for what is somebody else's, too old or forged.</returns>
    public IReadOnlyList<string>? Read(Guid userId, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            var content = JsonSerializer.Deserialize<Content>(Protector(userId).Unprotect(token))!;
            return clock.GetUtcNow() < content.Until ? content.Codes : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Guid userId) => protection.CreateProtector("Portal.RecoverySheet", userId.ToString("N"));

    private sealed record Content(IReadOnlyList<string> Codes, DateTimeOffset Until);
}
