using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Web.Tenancy;

namespace Portal.Web.Http;

/// <summary>
/// Which accounts signed in with this browser within the last 30 days (LOCK-10). Protected, and bound to its tenant, so
/// that nobody can say of a browser that it is known.
/// </summary>
public sealed class DeviceCookie(ICookieNames names, IDataProtectionProvider protection, CurrentTenant tenant, TimeProvider clock)
{
    private const string Plain = "device";
    private const int MostAccounts = 10;
    private const int EntryBytes = 24;
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private IDataProtector Protector => protection.CreateProtector("Portal.Device", tenant.Value.Id.ToString("N"));

    public IReadOnlySet<Guid> KnownAccounts(HttpContext context) => Read(context).Select(entry => entry.UserId).ToHashSet();

    public void Remember(HttpContext context, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(context);
        var entries = Read(context).Where(entry => entry.UserId != userId).Prepend((UserId: userId, At: clock.GetUtcNow())).Take(MostAccounts);
        var bytes = entries.SelectMany(entry => entry.UserId.ToByteArray().Concat(BitConverter.GetBytes(entry.At.ToUnixTimeSeconds()))).ToArray();
        context.Response.Cookies.Append(names.Name(Plain), Convert.ToBase64String(Protector.Protect(bytes)), names.Options(context, life: Life));
    }

    private List<(Guid UserId, DateTimeOffset At)> Read(HttpContext context)
    {
        if (RequestCookie.Single(context, names.Name(Plain)) is not { } value)
        {
            return [];
        }

        try
        {
            var since = clock.GetUtcNow() - Life;
            return [.. Protector.Unprotect(Convert.FromBase64String(value)).Chunk(EntryBytes).Select(Entry).Where(entry => entry.At > since)];
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return [];
        }
    }

    private static (Guid UserId, DateTimeOffset At) Entry(byte[] bytes) =>
        (new Guid(bytes.AsSpan(0, 16)), DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(bytes, 16)));
}
