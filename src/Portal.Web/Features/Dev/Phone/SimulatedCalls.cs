using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Features.Dev.Phone;

/// <summary>Carries a simulated call from form to form: sealed, because it says where the next post is sent.</summary>
public sealed class SimulatedCalls(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Portal.Dev.Phone").ToTimeLimitedDataProtector();

    public string Seal(SimulatedCall call) => protector.Protect(JsonSerializer.Serialize(call), Life);

    /// <returns>Null for a seal that is old or none.</returns>
    public SimulatedCall? Open(string? state)
    {
        try
        {
            return string.IsNullOrEmpty(state) ? null : JsonSerializer.Deserialize<SimulatedCall>(protector.Unprotect(state));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
