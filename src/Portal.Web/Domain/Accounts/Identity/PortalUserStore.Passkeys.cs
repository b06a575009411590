using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// Passkeys as the framework reads them; they are written by the acts
/// of <see cref="Passkeys.PasskeyService"/>, which record events.
/// </summary>
public sealed partial class PortalUserStore : IUserPasskeyStore<PortalUser>
{
    private const string ByActs = "Passkeys are written by acts that record events.";

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PortalUser user, CancellationToken cancellationToken) =>
        (await db.Passkeys.AsNoTracking().Where(row => row.UserId == user.Id).ToListAsync(cancellationToken)).ConvertAll(Info);

    public Task<PortalUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.Users.SingleOrDefaultAsync(user => db.Passkeys.Any(row => row.UserId == user.Id && row.CredentialId == credentialId),
            cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking()
            .SingleOrDefaultAsync(row => row.UserId == user.Id && row.CredentialId == credentialId, cancellationToken) is { } found
            ? Info(found) : null;

    public Task AddOrUpdatePasskeyAsync(PortalUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException(ByActs);

    public Task RemovePasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException(ByActs);

    private static UserPasskeyInfo Info(Passkey row) => new(
        row.CredentialId, row.PublicKey, row.CreatedAt, (uint)row.SignCount,
            row.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
        row.IsUserVerified, row.IsBackupEligible, row.IsBackedUp, row.AttestationObject, row.ClientDataJson)
    { Name = row.Name };
}
