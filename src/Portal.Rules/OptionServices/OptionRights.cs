using Portal.Rules.Telephony;

namespace Portal.Rules.OptionServices;

/// <summary>Who sets which numbers.</summary>
public static class OptionRights
{
    /// <summary>Which numbers of its contract an account sets.</summary>
    /// <param name="isManager">Of the contract: an administrator ID, or a customer number.</param>
    /// <param name="unit">By which numbers the contract signs in; null where it is no matter of units.</param>
    public static NumberReach Of(bool isManager, AuthenticationUnit? unit) =>
        isManager ? NumberReach.Contract
        : unit == AuthenticationUnit.Line ? NumberReach.Line
        : NumberReach.Own;
}
