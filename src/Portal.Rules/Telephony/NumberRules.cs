namespace Portal.Rules.Telephony;

/// <summary>What is known of a number that is to leave its contract.</summary>
/// <param name="Kind">What it is on its line.</param>
/// <param name="Others">Further numbers of the contract; 0 or more.</param>
/// <param name="NumbersSignIn">Customers of the tenant sign in with their numbers first.</param>
/// <param name="HasOptions">An option is in use, or is on its way into the network.</param>
public sealed record LeavingNumber(NumberKind Kind, int Others, bool NumbersSignIn, bool HasOptions);

/// <summary>Whether a number may leave.</summary>
public enum NumberLeave
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>The network would go on forwarding calls of a line that is not the contract's any more.</summary>
    HasOptions,

    /// <summary>The unit by which a contract signs in stands on its main number.</summary>
    IsMain,

    /// <summary>Nobody of the contract could sign in again.</summary>
    IsLast,
}

/// <summary>Which numbers may leave a contract (ADMIN-4, UNIT-1).</summary>
public static class NumberRules
{
    /// <param name="number">The number, as it is under the contract's lock.</param>
    public static NumberLeave Leave(LeavingNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number switch
        {
            { HasOptions: true } => NumberLeave.HasOptions,
            { Others: 0, NumbersSignIn: true } => NumberLeave.IsLast,
            { Kind: NumberKind.Main, Others: > 0 } => NumberLeave.IsMain,
            _ => NumberLeave.Allowed,
        };
    }
}
