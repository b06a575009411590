namespace Portal.Rules.Telephony;

/// <summary>
/// The dialogue by which a caller sets a temporary password (CALL-2 to CALL-4, CALL-6): where the call stands and what
/// was keyed in give what is said next. A question that was answered wrong three times ends the call.
/// </summary>
public static class CallRules
{
    /// <summary>Calls of one line within an hour; the next is told so.</summary>
    public const int CallsPerLine = 10;

    /// <summary>Calls of one contract within an hour, whichever of its lines they come from (IV-W06).</summary>
    public const int CallsPerContract = 20;

    /// <summary>Wrong entries at one question; the last of them ends the call.</summary>
    public const int WrongEntries = 3;

    /// <summary>Between two posts of a call; a later one is of a call that is over.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(3);

    /// <summary>What a caller from a known line hears first.</summary>
    /// <param name="ofLine">Calls of the line within the last hour, without this one.</param>
    /// <param name="ofContract">Calls of the contract within the last hour, without this one.</param>
    public static CallTurn Begin(int ofLine, int ofContract) => ofLine >= CallsPerLine || ofContract >= CallsPerContract
        ? new(CallState.Begun.Ended, CallRemark.TooManyCalls)
        : new(CallState.Begun, CallRemark.None);

    /// <summary>What follows from an entry.</summary>
    /// <param name="state">Where the call stands; not over.</param>
    /// <param name="contract">The contract as it is now.</param>
    /// <param name="entry">What was keyed in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The call is over.</exception>
    public static CallTurn Next(CallState state, CallContract contract, CallEntry entry) => state switch
    {
        { Unit: { } unit } when contract.Unit is { } current && current != unit => Refuse(state, CallRemark.OtherUnit),
        { Step: CallStep.Unit } => ChooseUnit(state, contract, entry.Digits),
        { Step: CallStep.Number } => ChooseNumber(state, contract, entry.Digits),
        { Step: CallStep.Password } => Choose(state, contract, entry),
        { Step: CallStep.Confirmation } => Confirm(state, contract, entry),
        _ => throw new ArgumentOutOfRangeException(nameof(state), "The call is over."),
    };

    private static CallTurn ChooseUnit(CallState state, CallContract contract, string digits)
    {
        AuthenticationUnit? chosen = digits switch
        {
            "1" => AuthenticationUnit.Line,
            "2" => AuthenticationUnit.Number,
            "3" => AuthenticationUnit.ManagerAndUsers,
            _ => null,
        };
        if (chosen is not { } unit)
        {
            return Wrong(state, CallRemark.NoSuchChoice);
        }

        var next = state with { Unit = unit, Wrong = 0 };
        return contract.Unit is { } current && current != unit
            ? Refuse(next, CallRemark.OtherUnit)
            : Known(contract, unit) is { } known
                ? Aim(next, contract.Find(known, unit))
                : new CallTurn(next with { Step = CallStep.Number }, CallRemark.None);
    }

    /// <summary>
    /// Whose password it is where that needs no question: the line's, and the one of an additional number.
    /// </summary>
    private static string? Known(CallContract contract, AuthenticationUnit unit) => unit switch
    {
        AuthenticationUnit.Line => contract.Main,
        AuthenticationUnit.ManagerAndUsers when contract.Caller != contract.Main => contract.Caller,
        _ => null,
    };

    private static CallTurn ChooseNumber(CallState state, CallContract contract, string digits) =>
        contract.Find(digits, state.Unit!.Value) is { } number ? Aim(state, number) : Wrong(state, CallRemark.WrongNumber);

    private static CallTurn Aim(CallState state, CallNumber? number) => number is { IsOpen: true }
        ? new(state with { Step = CallStep.Password, Target = number.Digits, Wrong = 0 }, CallRemark.None)
        : Refuse(state with { Target = number?.Digits }, CallRemark.NotPossible);

    private static CallTurn Choose(CallState state, CallContract contract, CallEntry entry) =>
        !IsStillOpen(state, contract) ? Refuse(state, CallRemark.NotPossible)
        : DigitPasswords.Find(entry, state.Target!) is { } weakness ? Wrong(state, CallRemark.Unfit, weakness)
        : new(state with { Step = CallStep.Confirmation }, CallRemark.None);

    private static CallTurn Confirm(CallState state, CallContract contract, CallEntry entry) =>
        !IsStillOpen(state, contract) ? Refuse(state, CallRemark.NotPossible)
        : entry.IsSameAgain ? new(state.Ended, contract.AsksByMail ? CallRemark.Mailed : CallRemark.Done)
        : Wrong(state with { Step = CallStep.Password }, CallRemark.NotEqual);

    private static bool IsStillOpen(CallState state, CallContract contract) =>
        contract.Find(state.Target!, state.Unit!.Value) is { IsOpen: true };

    private static CallTurn Wrong(CallState state, CallRemark remark, DigitWeakness? weakness = null)
    {
        var counted = state with { Wrong = state.Wrong + 1 };
        return counted.Wrong >= WrongEntries
            ? Refuse(counted, CallRemark.TooManyWrong)
            : new CallTurn(counted, remark, weakness);
    }

    private static CallTurn Refuse(CallState state, CallRemark remark) => new(state.Ended, remark);
}
