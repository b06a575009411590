namespace Portal.Rules.OptionServices;

/// <summary>
/// Which numbers a service calls (OPT-1). A forwarded call is paid by whoever forwards: a number that costs more, or is
/// abroad, is what a thief of a password would set.
/// </summary>
public static class Targets
{
    /// <summary>Why calls cannot be forwarded there; null where they can.</summary>
    /// <param name="typed">What it is.</param>
    /// <param name="own">The number whose calls are forwarded.</param>
    public static TargetFault? OfForwarding(TypedTarget typed, string own) =>
        typed.Use == NumberUse.Free ? TargetFault.Free : OfACall(typed, own);

    /// <summary>Why it cannot be called; null where it can.</summary>
    /// <param name="typed">What it is.</param>
    /// <param name="own">The number that calls.</param>
    public static TargetFault? OfACall(TypedTarget typed, string own) => typed switch
    {
        { IsEmpty: true } => TargetFault.Missing,
        { Use: NumberUse.Emergency } => TargetFault.Emergency,
        { Use: NumberUse.ThreeDigits } => TargetFault.ThreeDigits,
        { Use: NumberUse.Premium } => TargetFault.Premium,
        { Use: NumberUse.Foreign } => TargetFault.Foreign,
        { Use: NumberUse.None } or { Number: null } => TargetFault.NoNumber,
        _ when typed.Number == own => TargetFault.Itself,
        _ => null,
    };
}
