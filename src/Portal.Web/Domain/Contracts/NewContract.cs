using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Passwords;

namespace Portal.Web.Domain.Contracts;

/// <summary>Who a contract is with, as it is stored.</summary>
/// <param name="Language">"ja" or "en"; null follows the site.</param>
public sealed record HolderDetails(string Name, string NameKana, string Address, string? Language)
{
    public static HolderDetails Of(Holder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return new(holder.Name, holder.NameKana, holder.Address, holder.Language);
    }
}

/// <summary>Who signs in first.</summary>
/// <param name="Email">Null where it has none.</param>
public sealed record FirstUser(string Door, string LoginId, AccountRole Role, string? Email, AccountDetails Details);

/// <summary>A contract to be; texts are checked and in the form in which they are stored.</summary>
/// <param name="Known">The holder that has a contract already; null for a new one.</param>
/// <param name="Holder">Counts for a new one alone.</param>
/// <param name="User">Null where the first call makes the account.</param>
/// <param name="Numbers">National digits; the first is the main number.</param>
public sealed record NewContract(string Number, Guid? Known, HolderDetails Holder, string Service, DateOnly StartsOn, int AccountLimit,
    FirstUser? User, IReadOnlyList<string> Numbers);

public abstract record OpeningOutcome
{
    private OpeningOutcome()
    {
    }

    /// <param name="Password">Shown once and kept nowhere; null where none is issued.</param>
    /// <param name="ExpiresAt">Until when it works.</param>
    /// <param name="Invited">A mail with a link goes out to the first user.</param>
    public sealed record Opened(Contract Contract, string? Password, DateTimeOffset? ExpiresAt, bool Invited) : OpeningOutcome
    {
        /// <summary>Keeps the password out of logs (AU-05).</summary>
        public override string ToString() => $"{nameof(Opened)} {Contract.Number}";
    }

    public sealed record NumberTaken : OpeningOutcome;

    public sealed record IdTaken : OpeningOutcome;

    /// <summary>The contract would have more IDs than it may.</summary>
    /// <param name="Ids">How many it would have.</param>
    public sealed record TooManyIds(int Ids) : OpeningOutcome;

    /// <summary>So many taken IDs were tried in an hour that this is guessing (EN-06).</summary>
    public sealed record TooManyProbes : OpeningOutcome;

    /// <summary>Other contracts have these telephone numbers.</summary>
    public sealed record NumbersInUse(IReadOnlyList<string> Numbers) : OpeningOutcome;
}

/// <summary>A first password made before the transaction; <see cref="None"/> where none is issued.</summary>
public sealed record PreparedOpening(PreparedPassword? First)
{
    public static readonly PreparedOpening None = new((PreparedPassword?)null);

    public override string ToString() => nameof(PreparedOpening);
}
