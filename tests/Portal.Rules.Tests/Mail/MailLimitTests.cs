using Portal.Rules.Mail;
using Shouldly;

namespace Portal.Rules.Tests.Mail;

[Trait("Review", "S10")]
public sealed class MailLimitTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4, 0, false)]
    [InlineData(5, 0, true)]
    [InlineData(0, 19, false)]
    [InlineData(0, 20, true)]
    [InlineData(4, 15, false)]
    [InlineData(4, 16, true)]
    public void ML_08_FiveAnHourAndTwentyADay(int inTheHour, int earlierToday, bool reached)
    {
        DateTimeOffset[] written =
        [
            .. Enumerable.Range(0, inTheHour).Select(i => Now.AddMinutes(-i)),
            .. Enumerable.Range(0, earlierToday).Select(i => Now.AddHours(-2).AddMinutes(-i)),
            .. Enumerable.Repeat(Now.AddDays(-1), 100),
        ];
        new MailLimit(5, 20).IsReached(written, Now).ShouldBe(reached);
    }

    [Theory]
    [InlineData("taro@example.jp")]
    [InlineData("Taro@EXAMPLE.jp")]
    [InlineData("taro+1@example.jp")]
    [InlineData("t.a.r.o+x+y@example.jp")]
    [InlineData("ｔaro@example.jp")]
    public void ML_08_AMailboxIsOneUnderAllItsSpellings(string address) => Mailbox.Of(address).ShouldBe("taro@example.jp");

    [Theory]
    [InlineData("jiro@example.jp")]
    [InlineData("taro@example.com")]
    [InlineData("+taro@example.jp")]
    [InlineData("...@example.jp")]
    [InlineData("taro")]
    public void ML_08_AndNoOther(string address) => Mailbox.Of(address).ShouldNotBe("taro@example.jp");

    [Theory]
    [InlineData("Taro", "taro")]
    [InlineData("+taro@example.jp", "+taro@example.jp")]
    [InlineData("+a.b@example.jp", "+ab@example.jp")]
    [InlineData("...@example.jp", "...@example.jp")]
    [InlineData("@mail.example.jp", "@mail.example.jp")]
    [InlineData("ta.ro", "taro")]
    public void ML_08_WhatIsHardlyAnAddress_IsItself(string address, string mailbox) => Mailbox.Of(address).ShouldBe(mailbox);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-59, true)]
    public void ML_08_AnHourAgo_IsNoLongerWithinTheHour(int minutes, bool reached) =>
        new MailLimit(5, 20).IsReached([.. Enumerable.Repeat(Now.AddMinutes(minutes), 5)], Now).ShouldBe(reached);
}
