namespace Portal.Rules.Telephony;

/// <summary>What is known of the contract from whose line somebody calls.</summary>
/// <param name="Caller">The number that calls, national; one of <paramref name="Numbers"/>.</param>
/// <param name="Main">The contract's main number, national; one of <paramref name="Numbers"/>.</param>
/// <param name="Numbers">All numbers of the contract.</param>
/// <param name="Manager">The customer number.</param>
/// <param name="Unit">Null while the contract has never had a password.</param>
public sealed record CallContract(string Caller, string Main, IReadOnlyList<CallNumber> Numbers, CallNumber Manager,
    AuthenticationUnit? Unit)
{
    /// <summary>A mail to the owner asks whether the password shall work (IV-W04).</summary>
    public bool AsksByMail { get; init; }

    /// <summary>The number or the manager that bears these digits; null where the contract has none such.</summary>
    /// <param name="digits">National digits or the customer number.</param>
    /// <param name="unit">The unit that was chosen: the manager exists in one of them only.</param>
    public CallNumber? Find(string digits, AuthenticationUnit unit) =>
        unit == AuthenticationUnit.ManagerAndUsers && digits == Manager.Digits
            ? Manager
            : Numbers.FirstOrDefault(number => number.Digits == digits);
}
