using System.Net.Mail;
using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class EmailAddressTests
{
    private static readonly string LongestDomain = string.Join('.', new string('d', 63), new string('d', 63), new string('d', 58), "jp");

    [Theory]
    [InlineData("taro@example.jp")]
    [InlineData("taro.yamada+tag@mail.example.co.jp")]
    [InlineData("o'neil_99@example.com")]
    [InlineData("!#$%&*/=?^`{|}~-@example.jp")]
    [InlineData("taro@例え.jp")]
    [InlineData("taro@xn--r8jz45g.jp")]
    [InlineData("taro@3com.example")]
    [InlineData("taro.@docomo.example")]
    [InlineData("ta..ro@ezweb.example")]
    public void IV_10_OnePlainAddress_IsTaken(string address) => EmailAddress.IsAcceptable(address).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("taro")]
    [InlineData("@example.jp")]
    [InlineData("taro@")]
    [InlineData("taro@localhost")]
    [InlineData("taro@@example.jp")]
    [InlineData("taro@x@example.jp")]
    [InlineData("victim@example.jp,attacker@example.net")]
    [InlineData("victim@example.jp;attacker@example.net")]
    [InlineData("taro@example.jp\r\nBcc: attacker@example.net")]
    [InlineData("taro@example.jp\n")]
    [InlineData("\"a\r\nb\"@example.jp")]
    [InlineData("\"taro\"@example.jp")]
    [InlineData("Taro <taro@example.jp>")]
    [InlineData("<taro@example.jp>")]
    [InlineData("taro(comment)@example.jp")]
    [InlineData(" taro@example.jp")]
    [InlineData("ta ro@example.jp")]
    [InlineData(".taro@example.jp")]
    [InlineData("taro@.example.jp")]
    [InlineData("taro@example.jp.")]
    [InlineData("taro@example..jp")]
    [InlineData("taro@-example.jp")]
    [InlineData("taro@example-.jp")]
    [InlineData("taro@exa_mple.jp")]
    [InlineData("taro@[192.0.2.1]")]
    [InlineData("taro@192.0.2.1")]
    [InlineData("たろう@example.jp")]
    [InlineData("ｔａｒｏ＠example.jp")]
    [InlineData("mıke@example.jp")]
    [InlineData("taro@exam\0ple.jp")]
    public void IV_10_AnythingElse_IsRefused(string address) => EmailAddress.IsAcceptable(address).ShouldBeFalse();

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void IV_10_TheLocalPart_HasAtMost64Characters(int length, bool accepted) =>
        EmailAddress.IsAcceptable(new string('a', length) + "@example.jp").ShouldBe(accepted);

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    [InlineData(1_000_000, false)]
    public void IV_10_AnAddress_HasAtMost254Characters(int length, bool accepted) =>
        EmailAddress.IsAcceptable($"{new string('a', length - LongestDomain.Length - 1)}@{LongestDomain}")
            .ShouldBe(accepted && length - LongestDomain.Length - 1 <= 64);

    [Fact]
    public void IV_10_AnInternationalDomain_IsMeasuredInItsAsciiForm()
    {
        var domain = string.Concat(Enumerable.Repeat("例え例え例え例え例え例え.", 9)) + "jp";
        (64 + 1 + domain.Length).ShouldBeLessThanOrEqualTo(EmailAddress.MaximumLength);
        EmailAddress.IsAcceptable($"{new string('a', 64)}@{domain}").ShouldBeFalse();
    }

    [Fact]
    public void IV_10_WhateverIsTaken_IsOneRecipientForTheMailer() =>
        Prop.ForAll(TypedText.Of(Gen.Elements([.. "ab1..-+'@@,;<>\"\\ ()[]:\r\n\té例"])), text =>
        {
            var address = text + "@example.jp";
            return !EmailAddress.IsAcceptable(address) || (EmailAddress.ForMailer(address) is var mailed
                && MailAddress.TryCreate(mailed, out var parsed) && parsed.Address == mailed
                    && new MailAddressCollection { mailed }.Count == 1);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("taro@example.jp", "taro@example.jp")]
    [InlineData("ta..ro@ezweb.example", "\"ta..ro\"@ezweb.example")]
    [InlineData("taro.@docomo.example", "\"taro.\"@docomo.example")]
    public void ML_TheLocalPartOfAnOldMobileAddress_IsQuotedForTheMailer(string stored, string mailed)
    {
        EmailAddress.ForMailer(stored).ShouldBe(mailed);
        new MailAddress(mailed).Address.ShouldBe(mailed);
    }

    [Theory]
    [InlineData("Taro@Example.JP", "Taro@example.jp")]
    [InlineData(" ｚｚ４＠example。jp ", "zz4@example.jp")]
    [InlineData("zz1@example.jp\u200B", "zz1@example.jp")]
    [InlineData("zz2@日本語.jp", "zz2@xn--wgv71a119e.jp")]
    [InlineData("no address", "no address")]
    [InlineData("taro@x@example.jp", "taro@x@example.jp")]
    [InlineData("taro@exa_mple。jp", "taro@exa_mple.jp")]
    [Trait("Review", "F4")]
    public void TEXT_1_AnAddress_HasOneStoredForm(string typed, string stored) => EmailAddress.Stored(typed).ShouldBe(stored);

    [Theory]
    [InlineData("zz2@xn--wgv71a119e.jp", "zz2@日本語.jp")]
    [InlineData("zz2@example.jp", "zz2@example.jp")]
    [InlineData("N0001001", "N0001001")]
    [InlineData("zz2@xn--80ak6aa92e.com", "zz2@xn--80ak6aa92e.com")]
    [InlineData("zz2@xn--nonsense-.jp", "zz2@xn--nonsense-.jp")]
    [Trait("Review", "F5")]
    public void TEXT_1_AnAddress_IsShownReadableUnlessItsLettersDeceive(string stored, string shown) =>
        EmailAddress.Readable(stored).ShouldBe(shown);

    [Fact]
    public void IV_10_NoTextWhatsoever_EndsInAnError() =>
        Prop.ForAll(TypedText.Any, text => { _ = EmailAddress.IsAcceptable($"a@{text}.jp"); }).QuickCheckThrowOnFailure();
}
