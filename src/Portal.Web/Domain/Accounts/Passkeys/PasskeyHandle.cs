using System.Buffers.Text;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <summary>
/// WebAuthn's user handle: an account of one tenant. Tenants below one host share their relying party, so a browser
/// offers the passkeys of all of them everywhere; the handle says to which tenant one belongs, and keeps two accounts
/// of one person apart.
/// </summary>
public readonly record struct PasskeyHandle(Guid TenantId, Guid UserId)
{
    private const int IdBytes = 16;

    public override string ToString() => Base64Url.EncodeToString([.. TenantId.ToByteArray(), .. UserId.ToByteArray()]);

    public static PasskeyHandle? Read(string? text)
    {
        var bytes = new byte[2 * IdBytes];
        return text is not null && Base64Url.IsValid(text, out var length) && length == bytes.Length
                && Base64Url.DecodeFromChars(text, bytes) == bytes.Length
            ? new PasskeyHandle(new Guid(bytes.AsSpan(0, IdBytes)), new Guid(bytes.AsSpan(IdBytes)))
            : null;
    }
}
