namespace Portal.Rules.Telephony;

/// <summary>
/// Who signs in under each authentication unit, and what changing it asks (LINE-1, UNIT-1 to UNIT-3).
/// </summary>
public static class UnitRules
{
    /// <summary>
    /// What signs in under a unit, each with an account of its own; in the order in which it is shown.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="contract">The contract's numbers.</param>
    public static IReadOnlyList<string> SigningIn(AuthenticationUnit unit, UnitNumbers contract) => unit switch
    {
        AuthenticationUnit.Line => [contract.Main],
        AuthenticationUnit.Number => contract.Numbers,
        AuthenticationUnit.ManagerAndUsers => [contract.Manager, .. contract.Numbers],
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>With which numbers the settings of one number are reached.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="contract">The contract's numbers.</param>
    /// <param name="number">One of the numbers.</param>
    public static IReadOnlyList<string> Reaching(AuthenticationUnit unit, UnitNumbers contract, string number) => unit switch
    {
        AuthenticationUnit.Line => [contract.Main],
        AuthenticationUnit.Number => [number],
        AuthenticationUnit.ManagerAndUsers => [number, contract.Manager],
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>
    /// Whether whoever signed in with this number may change the unit: a user of a managed one may not.
    /// </summary>
    /// <param name="unit">The unit now.</param>
    /// <param name="contract">The contract's numbers.</param>
    /// <param name="signedIn">The number that signed in.</param>
    public static bool MayChange(AuthenticationUnit unit, UnitNumbers contract, string signedIn) => unit switch
    {
        AuthenticationUnit.Line => signedIn == contract.Main,
        AuthenticationUnit.Number => contract.Numbers.Contains(signedIn),
        AuthenticationUnit.ManagerAndUsers => signedIn == contract.Manager,
        _ => false,
    };

    /// <summary>
    /// Whether the change is offered at all (SAFE-4): not to who never may, as a user of a managed number, nor where
    /// there is no unit yet.
    /// </summary>
    /// <param name="unit">The unit now.</param>
    /// <param name="manager">The contract's number.</param>
    /// <param name="signedIn">The number that signed in.</param>
    public static bool IsOffered(AuthenticationUnit? unit, string manager, string signedIn) => unit switch
    {
        null => false,
        AuthenticationUnit.ManagerAndUsers => signedIn == manager,
        _ => true,
    };

    /// <summary>
    /// Whose passwords are asked: of every number where each is its owner's, else of the one that signed in.
    /// </summary>
    /// <param name="unit">The unit now.</param>
    /// <param name="contract">The contract's numbers.</param>
    /// <param name="signedIn">The number that signed in.</param>
    public static IReadOnlyList<string> Asked(AuthenticationUnit unit, UnitNumbers contract, string signedIn) =>
        unit == AuthenticationUnit.Number ? contract.Numbers : [signedIn];
}
