using System.Security.Cryptography;
using System.Text;

namespace Portal.Web.Domain.Accounts.Attempts;

/// <param name="Mark">By <see cref="KnownAccounts.MarkOf"/>, of the security stamp when the browser signed in.</param>
public readonly record struct KnownAccount(Guid UserId, Guid Mark, DateTimeOffset At);

/// <summary>
/// Whom a browser's device cookie names (LOCK-10). An entry is of one state of the account's credentials: where an ID
/// was shared, whoever signed in before its password was changed is a stranger since, and cannot lock out the browsers
/// of its owner.
/// </summary>
public sealed class KnownAccounts(IReadOnlyCollection<KnownAccount> entries)
{
    public static KnownAccounts None { get; } = new([]);

    public static Guid MarkOf(string stamp) => new(SHA256.HashData(Encoding.UTF8.GetBytes(stamp)).AsSpan(0, 16));

    public bool IsEmpty => entries.Count == 0;

    /// <param name="stamp">The account's present security stamp.</param>
    public bool Know(Guid userId, string? stamp) =>
        stamp is not null && entries.Any(entry => entry.UserId == userId && entry.Mark == MarkOf(stamp));
}
