using Portal.Rules.Telephony;
using Shouldly;

namespace Portal.Rules.Tests.Telephony;

/// <summary>The dialogue as the spec tells it: keys in, announcements and steps out.</summary>
public sealed class CallRulesTests
{
    private const string Main = "0612345678";
    private const string Second = "0612345679";
    private const string Closed = "0612345680";
    private const string Customer = "4000000001";
    private const string Good = "20481593";
    private const string Other = "73920416";

    [Theory]
    [InlineData(AuthenticationUnit.Line, Main, "1", "Password 0612345678")]
    [InlineData(AuthenticationUnit.Line, Second, "1", "Password 0612345678")]
    [InlineData(AuthenticationUnit.Number, Main, "2", "Number")]
    [InlineData(AuthenticationUnit.Number, Second, "2", "Number")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Main, "3", "Number")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Second, "3", "Password 0612345679")]
    [InlineData(null, Main, "1", "Password 0612345678")]
    [InlineData(null, Second, "2", "Number")]
    [InlineData(null, Main, "3", "Number")]
    [InlineData(null, Second, "3", "Password 0612345679")]
    [InlineData(AuthenticationUnit.Line, Main, "2", "Over OtherUnit")]
    [InlineData(AuthenticationUnit.Line, Main, "3", "Over OtherUnit")]
    [InlineData(AuthenticationUnit.Number, Main, "1", "Over OtherUnit")]
    [InlineData(AuthenticationUnit.Number, Second, "3", "Over OtherUnit")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Main, "1", "Over OtherUnit")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Second, "2", "Over OtherUnit")]
    [InlineData(AuthenticationUnit.Line, Main, "4", "Unit NoSuchChoice")]
    [InlineData(AuthenticationUnit.Line, Main, "", "Unit NoSuchChoice")]
    [InlineData(AuthenticationUnit.Line, Main, "11", "Unit NoSuchChoice")]
    [InlineData(AuthenticationUnit.Line, Main, "*", "Unit NoSuchChoice")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, Closed, "3", "Over 0612345680 NotPossible")]
    public void CALL_2_CALL_4_TheUnitThatIsChosen_LeadsOn(AuthenticationUnit? current, string caller, string key, string expected) =>
        Play(Contract(current, caller), key).ShouldBe(expected);

    [Theory]
    [InlineData(AuthenticationUnit.Number, "2", Main, "Password 0612345678")]
    [InlineData(AuthenticationUnit.Number, "2", Second, "Password 0612345679")]
    [InlineData(AuthenticationUnit.Number, "2", Customer, "Number WrongNumber")]
    [InlineData(AuthenticationUnit.Number, "2", "0312345678", "Number WrongNumber")]
    [InlineData(AuthenticationUnit.Number, "2", "12345678", "Number WrongNumber")]
    [InlineData(AuthenticationUnit.Number, "2", "", "Number WrongNumber")]
    [InlineData(AuthenticationUnit.Number, "2", Closed, "Over 0612345680 NotPossible")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "3", Second, "Password 0612345679")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "3", Main, "Password 0612345678")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "3", Customer, "Password 4000000001")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "3", "4000000002", "Number WrongNumber")]
    public void CALL_2_ANumberOfTheContract_AndTheManagersFromTheMainNumber(AuthenticationUnit unit, string key, string typed,
        string expected) => Play(Contract(unit, Main), key, typed).ShouldBe(expected);

    [Theory]
    [InlineData("Confirmation 0612345678", Good)]
    [InlineData("Over 0612345678 Done", Good, Good)]
    [InlineData("Password 0612345678 NotEqual", Good, Other)]
    [InlineData("Password 0612345678 NotEqual", Good, "")]
    [InlineData("Over 0612345678 Done", Good, Other, Other, Other)]
    [InlineData("Password 0612345678 Unfit Length", "1234567")]
    [InlineData("Password 0612345678 Unfit Length", "")]
    [InlineData("Password 0612345678 Unfit OneDigit", "00000000")]
    [InlineData("Over 0612345678 Done", "00000000", "12345678", Good, Good)]
    [InlineData("Over 0612345678 TooManyWrong", "00000000", "12345678", "87654321")]
    [InlineData("Over 0612345678 TooManyWrong", Good, Other, "00000000", Good, Other)]
    [InlineData("Over 0612345678 TooManyWrong", Good, Other, Other, Good, Good, Other)]
    public void CALL_2_ThePasswordTwice_WithThreeWrongEntriesAtMost(string expected, params string[] entries) =>
        Play(Contract(AuthenticationUnit.Line, Main), ["1", .. entries]).ShouldBe(expected);

    [Theory]
    [InlineData("Over TooManyWrong", "9", "", "5")]
    [InlineData("Password 0612345678", "9", "9", "2", Main)]
    [InlineData("Over TooManyWrong", "2", "0300000000", "0300000001", "0300000002")]
    [InlineData("Number WrongNumber", "9", "9", "2", "0300000000", "0300000001")]
    [InlineData("Confirmation 0612345678", "2", "0300000000", "0300000001", Main, "00000000", "11111111", Good)]
    public void IV_W03_IV_W06_EachQuestion_HasThreeTriesOfItsOwn(string expected, params string[] entries) =>
        Play(Contract(AuthenticationUnit.Number, Main), entries).ShouldBe(expected);

    [Fact]
    public void CALL_3_TheLastTemporaryPassword_IsRefused()
    {
        var contract = Contract(AuthenticationUnit.Line, Main);
        var asked = CallRules.Next(CallState.Begun, contract, new CallEntry("1", false, false)).State;

        CallRules.Next(asked, contract, new CallEntry(Good, IsLastTemporary: true, IsSameAgain: false)).ShouldSatisfyAllConditions(
            turn => turn.Weakness.ShouldBe(DigitWeakness.LastTemporary), turn => turn.State.Step.ShouldBe(CallStep.Password));
    }

    [Theory]
    [InlineData(true, CallRemark.Mailed)]
    [InlineData(false, CallRemark.Done)]
    public void IV_W04_WhereAMailAsks_TheLastWordIsThatItWasSent(bool asksByMail, CallRemark expected)
    {
        var contract = Contract(AuthenticationUnit.Line, Main) with { AsksByMail = asksByMail };

        var turn = CallRules.Next(new CallState(CallStep.Confirmation, AuthenticationUnit.Line, Main, 0), contract,
            new CallEntry(Good, false, true));

        (turn.State.Step, turn.State.Target, turn.Remark).ShouldBe((CallStep.Over, Main, expected));
    }

    [Theory]
    [InlineData(AuthenticationUnit.Number, true, CallRemark.OtherUnit)]
    [InlineData(AuthenticationUnit.Line, false, CallRemark.NotPossible)]
    public void CALL_4_WhatChangesDuringTheCall_EndsIt(AuthenticationUnit unitBefore, bool isOpen, CallRemark expected)
    {
        var contract = Contract(AuthenticationUnit.Line, Main, isOpen);
        foreach (var step in new[] { CallStep.Password, CallStep.Confirmation })
        {
            var turn = CallRules.Next(new CallState(step, unitBefore, Main, 0), contract, new CallEntry(Good, false, true));

            (turn.State.Step, turn.Remark).ShouldBe((CallStep.Over, expected));
        }
    }

    [Theory]
    [InlineData(0, 0, CallStep.Unit, CallRemark.None)]
    [InlineData(9, 19, CallStep.Unit, CallRemark.None)]
    [InlineData(10, 10, CallStep.Over, CallRemark.TooManyCalls)]
    [InlineData(0, 20, CallStep.Over, CallRemark.TooManyCalls)]
    public void CALL_6_IV_W06_CallsOfALineAndOfAContract_AreLimited(int ofLine, int ofContract, CallStep step, CallRemark remark)
    {
        var turn = CallRules.Begin(ofLine, ofContract);

        (turn.State.Step, turn.Remark).ShouldBe((step, remark));
    }

    [Fact]
    public void IV_W03_ACallThatIsOver_TakesNothingMore() => Should.Throw<ArgumentOutOfRangeException>(() =>
        CallRules.Next(CallState.Begun with { Step = CallStep.Over }, Contract(AuthenticationUnit.Line, Main),
            new CallEntry("1", false, false)));

    private static CallContract Contract(AuthenticationUnit? unit, string caller, bool mainIsOpen = true) =>
        new(caller, Main, [new(Main, mainIsOpen), new(Second, true), new(Closed, false)], new CallNumber(Customer, true), unit);

    /// <summary>Keys them in one after the other, as a caller does, and tells where that leads.</summary>
    private static string Play(CallContract contract, params string[] entries)
    {
        var (turn, first) = (new CallTurn(CallState.Begun, CallRemark.None), "");
        foreach (var entry in entries)
        {
            var next = CallRules.Next(turn.State, contract, new CallEntry(entry, false, entry == first));
            (turn, first) = (next, turn.State.Step == CallStep.Password ? entry : first);
        }

        return string.Join(' ', new object?[] { turn.State.Step, turn.State.Target, turn.Remark, turn.Weakness }
            .Where(part => part is not (null or CallRemark.None)));
    }
}
