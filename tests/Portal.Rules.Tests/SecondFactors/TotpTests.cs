using System.Diagnostics;
using System.Globalization;
using System.Text;
using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    private static readonly DateTimeOffset Now = new(2026, 5, 13, 1, 0, 15, TimeSpan.Zero);

    private static readonly long Present = Totp.StepAt(Now);

    /// <summary>RFC 6238, appendix B, the rows of SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void MFA_1_TheCodesAreThoseOfTheStandard(long seconds, string code) =>
        Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), 8).ShouldBe(code);

    /// <summary>RFC 4226, appendix D: the same with a counter.</summary>
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(5, "254676")]
    [InlineData(9, "520489")]
    public void MFA_1_TheCodesOfACounterAreThoseOfTheStandard(long step, string code) => Totp.Code(Secret, step).ShouldBe(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void MF_02_OneStepOfDriftIsAccepted(int drift, bool accepted) =>
        Totp.Accept(Secret, Totp.Code(Secret, Present + drift), Now, null).ShouldBe(accepted ? Present + drift : null);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void MF_02_AfterAStep_NeitherItNorAnEarlierOneIsAccepted(int drift) =>
        Totp.Accept(Secret, Totp.Code(Secret, Present + drift), Now, Present).ShouldBeNull();

    [Fact]
    public void MF_02_AfterAStep_ALaterOneIsAccepted() =>
        Totp.Accept(Secret, Totp.Code(Secret, Present + 1), Now, Present).ShouldBe(Present + 1);

    [Fact]
    public void MF_01_AWrongCode_IsOfNoStep() => Totp.Accept(Secret, Totp.Code(Secret, Present + 7), Now, null).ShouldBeNull();

    [Fact]
    public async Task MFA_1_AnotherProgramComputesTheSame()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/oathtool"), "oathtool is not installed here.");
        var information = new ProcessStartInfo("/usr/bin/oathtool",
            ["--totp", "--base32", Base32.Encode(Secret), "--now",
                Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)])
        { RedirectStandardOutput = true };
        using var process = Process.Start(information)!;
        var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        answer.Trim().ShouldBe(Totp.Code(Secret, Present));
    }
}
