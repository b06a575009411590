using System.Diagnostics;
using System.Globalization;
using System.Text;
using OtpNet;
using Portal.Web.Domain.Accounts.Factors;
using Rule = Portal.Rules.SecondFactors.Totp;

namespace Portal.Web.Tests.Domain.Accounts.Factors;

public sealed class TotpCodesTests
{
    private const string Digits = "1234567890";

    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(Digits + Digits);

    private static readonly DateTimeOffset Now = new(2026, 5, 13, 1, 0, 15, TimeSpan.Zero);

    private static readonly long Present = Rule.StepAt(Now);

    /// <summary>RFC 6238, appendix B: eight digits, each hash with a secret of its own length.</summary>
    [Theory]
    [InlineData(59, OtpHashMode.Sha1, "94287082")]
    [InlineData(59, OtpHashMode.Sha256, "46119246")]
    [InlineData(59, OtpHashMode.Sha512, "90693936")]
    [InlineData(1111111109, OtpHashMode.Sha1, "07081804")]
    [InlineData(1111111109, OtpHashMode.Sha256, "68084774")]
    [InlineData(1111111109, OtpHashMode.Sha512, "25091201")]
    [InlineData(1111111111, OtpHashMode.Sha1, "14050471")]
    [InlineData(1111111111, OtpHashMode.Sha256, "67062674")]
    [InlineData(1111111111, OtpHashMode.Sha512, "99943326")]
    [InlineData(1234567890, OtpHashMode.Sha1, "89005924")]
    [InlineData(1234567890, OtpHashMode.Sha256, "91819424")]
    [InlineData(1234567890, OtpHashMode.Sha512, "93441116")]
    [InlineData(2000000000, OtpHashMode.Sha1, "69279037")]
    [InlineData(2000000000, OtpHashMode.Sha256, "90698825")]
    [InlineData(2000000000, OtpHashMode.Sha512, "38618901")]
    [InlineData(20000000000, OtpHashMode.Sha1, "65353130")]
    [InlineData(20000000000, OtpHashMode.Sha256, "77737706")]
    [InlineData(20000000000, OtpHashMode.Sha512, "47863826")]
    public void MFA_1_TheCodesAreThoseOfTheStandard(long seconds, OtpHashMode hash, string code)
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);
        new Totp(SecretFor(hash), Rule.StepSeconds, hash, code.Length).ComputeTotp(moment.UtcDateTime).ShouldBe(code);
        if (hash == OtpHashMode.Sha1)
        {
            TotpCodes.At(Secret, moment).ShouldBe(code[^Rule.Digits..], "fewer digits are the last ones");
        }
    }

    /// <summary>RFC 4226, appendix D: the same with a counter.</summary>
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(5, "254676")]
    [InlineData(9, "520489")]
    public void MFA_1_TheCodesOfACounterAreThoseOfTheStandard(long step, string code) =>
        TotpCodes.At(Secret, DateTimeOffset.FromUnixTimeSeconds(step * Rule.StepSeconds)).ShouldBe(code);

    [Theory]
    [InlineData(-3, false)]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void MF_02_ACodeNearThePresent_IsFoundWithItsStep(int drift, bool found) =>
        TotpCodes.StepOf(Secret, CodeOf(drift), Now).ShouldBe(found ? Present + drift : null);

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("１２３４５６")]
    [InlineData("not a code")]
    public void MF_01_WhatIsNoCode_IsOfNoStep(string typed) => TotpCodes.StepOf(Secret, typed, Now).ShouldBeNull();

    [Fact]
    public async Task MFA_1_AnotherProgramComputesTheSame()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/oathtool"), "oathtool is not installed here.");
        var information = new ProcessStartInfo("/usr/bin/oathtool",
            ["--totp", "--base32", SecretText.Of(Secret), "--now",
                Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)])
        { RedirectStandardOutput = true };
        using var process = Process.Start(information)!;
        var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        answer.Trim().ShouldBe(CodeOf(0));
    }

    private static string CodeOf(int drift) => TotpCodes.At(Secret, Now.AddSeconds(drift * Rule.StepSeconds));

    private static byte[] SecretFor(OtpHashMode hash) => Encoding.ASCII.GetBytes(hash switch
    {
        OtpHashMode.Sha256 => string.Concat(Enumerable.Repeat(Digits, 4))[..32],
        OtpHashMode.Sha512 => string.Concat(Enumerable.Repeat(Digits, 7))[..64],
        _ => Digits + Digits,
    });
}
