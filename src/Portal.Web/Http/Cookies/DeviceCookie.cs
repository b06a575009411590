using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// Which accounts signed in with this browser within the last 30 days, and with which credentials (LOCK-10). Protected,
/// and bound to its tenant, so that nobody can say of a browser that it is known.
/// </summary>
public sealed class DeviceCookie(ICookieNames names, IDataProtectionProvider protection, CurrentTenant tenant, TimeProvider clock)
{
    private const string Plain = "device";
    private const int MostAccounts = 10;
    private const int GuidBytes = 16;
    private const int EntryBytes = (2 * GuidBytes) + sizeof(long);
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    // Cookies of the form before named accounts without their credentials: they are forgotten.
    private IDataProtector Protector => protection.CreateProtector("Portal.Device.Bound", tenant.Value.Id.ToString("N"));

    public KnownAccounts KnownAccounts(HttpContext context) => new(Read(context));

    public void Remember(HttpContext context, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(user);
        var entry = new KnownAccount(user.Id, Domain.Accounts.Attempts.KnownAccounts.MarkOf(user.SecurityStamp!), clock.GetUtcNow());
        var bytes = Read(context).Where(other => other.UserId != user.Id).Prepend(entry).Take(MostAccounts).SelectMany(Bytes).ToArray();
        context.Response.Cookies.Append(names.Name(Plain), Convert.ToBase64String(Protector.Protect(bytes)),
            names.Options(context, life: Life));
    }

    private List<KnownAccount> Read(HttpContext context)
    {
        if (RequestCookie.Single(context, names.Name(Plain)) is not { } value)
        {
            return [];
        }

        try
        {
            var since = clock.GetUtcNow() - Life;
            return [.. Protector.Unprotect(Convert.FromBase64String(value)).Chunk(EntryBytes).Select(Entry)
                .Where(entry => entry.At > since)];
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return [];
        }
    }

    private static IEnumerable<byte> Bytes(KnownAccount entry) =>
        entry.UserId.ToByteArray().Concat(entry.Mark.ToByteArray()).Concat(BitConverter.GetBytes(entry.At.ToUnixTimeSeconds()));

    private static KnownAccount Entry(byte[] bytes) => new(
        new Guid(bytes.AsSpan(0, GuidBytes)), new Guid(bytes.AsSpan(GuidBytes, GuidBytes)),
            DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(bytes, 2 * GuidBytes)));
}
