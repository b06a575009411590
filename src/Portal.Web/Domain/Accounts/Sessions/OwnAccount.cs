using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>
/// The account of the session was removed after the session was read: whoever asks is led to sign-in, as with a session
/// that is over (SE-03).
/// </summary>
public sealed class AccountGoneException() : Exception("The account was removed a moment ago.");

/// <summary>The signed-in user's own rows.</summary>
public static class OwnAccount
{
    /// <exception cref="AccountGoneException">A colleague removed it a moment ago.</exception>
    public static async Task<PortalUser> OwnAsync(this IQueryable<PortalUser> users, Guid userId) =>
        await users.SingleOrDefaultAsync(row => row.Id == userId) ?? throw new AccountGoneException();

    /// <inheritdoc cref="OwnAsync(IQueryable{PortalUser}, Guid)"/>
    public static async Task<SignInState> OwnAsync(this IQueryable<SignInState> states, Guid userId) =>
        await states.SingleOrDefaultAsync(row => row.UserId == userId) ?? throw new AccountGoneException();
}
