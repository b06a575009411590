using Portal.Rules.Contracts;

namespace Portal.Rules.Tests.Contracts;

/// <summary>Numbers, options and the way to a first password of a contract (ADMIN-4).</summary>
public sealed class ContractRulesTests
{
    [Theory]
    [InlineData("ｃ－100001", "C-100001", true)]
    [InlineData(" n310000001 ", "N310000001", true)]
    [InlineData("", "", false)]
    [InlineData("-1", "-1", false)]
    [InlineData("C 1", "C 1", false)]
    [InlineData("契約1", "契約1", false)]
    [InlineData("12345678901234567890123456789012345678901", "12345678901234567890123456789012345678901", false)]
    public void ADMIN_4_AContractNumber_IsStoredInOneForm(string typed, string stored, bool isNumber)
    {
        ContractNumber.Read(typed).ShouldBe(stored);
        ContractNumber.IsNumber(stored).ShouldBe(isNumber);
    }

    [Theory]
    [InlineData(true, false, FirstPasswordWay.Phone)]
    [InlineData(true, true, FirstPasswordWay.Phone)]
    [InlineData(false, true, FirstPasswordWay.Invitation)]
    [InlineData(false, false, FirstPasswordWay.Issued)]
    public void ADMIN_4_HowTheFirstPasswordComesAbout(bool byNumber, bool invites, FirstPasswordWay way) =>
        FirstPasswordRules.Of(byNumber, invites).ShouldBe(way);

    [Fact]
    public void ADMIN_4_TelephoneNumbers_AreReadLineByLine()
    {
        var list = NumberList.Read("06-6123-4567\r\n\r\n０６６１２３４５６８\n");

        list.Fault.ShouldBeNull();
        list.Numbers.ShouldBe(["0661234567", "0661234568"]);
    }

    [Theory]
    [InlineData("0661234567\nabc", NumberListProblem.NotANumber, 2)]
    [InlineData("661234567", NumberListProblem.NotANumber, 1)]
    [InlineData("+14155550100", NumberListProblem.NotANumber, 1)]
    [InlineData("+815012345678\n+1", NumberListProblem.NotANumber, 2)]
    [InlineData("110", NumberListProblem.NotANumber, 1)]
    [InlineData("abc\n0661234567\n0661234567", NumberListProblem.NotANumber, 1)]
    [InlineData("0661234567\n\n06 6123 4567", NumberListProblem.Twice, 3)]
    public void ADMIN_4_TheFirstWrongTelephoneNumber_IsNamedByItsLine(string text, NumberListProblem problem, int line)
    {
        var fault = NumberList.Read(text).Fault.ShouldNotBeNull();

        (fault.Problem, fault.Line).ShouldBe((problem, line));
    }

    [Fact]
    public void ADMIN_4_MoreTelephoneNumbersThanFit_AreTooMany()
    {
        var lines = Enumerable.Range(0, ContractLimits.Numbers + 1).Select(i => $"06612340{i:00}");

        NumberList.Read(string.Join('\n', lines)).Fault.ShouldNotBeNull().Problem.ShouldBe(NumberListProblem.TooMany);
    }

    [Fact]
    public void ADMIN_4_Options_AreNamesWithOrWithoutANumber_AndReadAsTheyAreWritten()
    {
        var list = OptionList.Read("ログ保管 × 3\n\n24時間監視\nＡ×Ｂ連携");

        list.FaultyLine.ShouldBeNull();
        list.Options.ShouldBe([new("ログ保管", 3), new("24時間監視", null), new("Ａ×Ｂ連携", null)]);
        OptionList.Read(OptionList.Write(list.Options)).Options.ShouldBe(list.Options);
    }

    [Theory]
    [InlineData("監視\n監視 × 2", 2)]
    [InlineData("監視 × 0", 1)]
    [InlineData("× 2", 1)]
    [InlineData("a\u202Eb", 1)]
    [InlineData("監視 × 1\n\n保管 × 0\n× 2", 3)]
    [InlineData("監視 × 1000000", 1)]
    public void ADMIN_4_AnOptionThatIsNone_IsNamedByItsLine(string text, int line) => OptionList.Read(text).FaultyLine.ShouldBe(line);

    [Fact]
    public void ADMIN_4_MoreOptionsThanFit_AndANameThatIsTooLong_AreNamedByTheirLine()
    {
        var names = Enumerable.Range(1, ContractLimits.Options).Select(i => $"監視{i}").ToArray();

        OptionList.Read(string.Join('\n', names)).FaultyLine.ShouldBeNull();
        OptionList.Read(string.Join('\n', names.Append("保管"))).FaultyLine.ShouldBe(ContractLimits.Options + 1);
        OptionList.Read(new string('監', ContractLimits.Words)).FaultyLine.ShouldBeNull();
        OptionList.Read(new string('監', ContractLimits.Words + 1)).FaultyLine.ShouldBe(1);
    }

    [Fact]
    public void ADMIN_4_AQuantityUpToTheLargest_IsTaken()
    {
        var list = OptionList.Read($"監視 × １\n保管×{ContractLimits.Quantity}");

        list.FaultyLine.ShouldBeNull();
        list.Options.ShouldBe([new("監視", 1), new("保管", ContractLimits.Quantity)]);
    }
}
