using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Registration;

public abstract record AdditionOutcome
{
    private AdditionOutcome()
    {
    }

    /// <param name="Password">The first, temporary password; shown once and kept nowhere.</param>
    public sealed record Issued(PortalUser User, string Password, DateTimeOffset ExpiresAt) : AdditionOutcome
    {
        public override string ToString() => $"{nameof(Issued)} {User.UserName}";
    }

    /// <param name="IsTold">The invitation is on its way; otherwise too many mails went to that address
    /// (ML-08).</param>
    public sealed record Invited(PortalUser User, bool IsTold) : AdditionOutcome;

    /// <summary>Nothing was written but what is counted of IDs that are taken.</summary>
    public sealed record Refused(RegisterOutcome Why) : AdditionOutcome;
}

/// <summary>
/// The provider adds a user to a contract, with a reason (ADMIN-4): registered as a manager registers it, and given its
/// first password in the way that the profile says.
/// </summary>
public sealed class UserAddition(RegistrationService registration, InvitationService invitations)
{
    public async Task<AdditionOutcome> AddAsync(PreparedAccount account, string reason) =>
        await registration.RegisterAsync(account, TemporaryPasswordOrigin.Staff, reason) switch
        {
            RegisterOutcome.Registered done => new AdditionOutcome.Issued(done.User, done.Password, done.Issued.ExpiresAt),
            RegisterOutcome.Added { User: var user } =>
                new AdditionOutcome.Invited(user, await invitations.InviteAsync(user, reason) is not null),
            var why => new AdditionOutcome.Refused(why),
        };
}
