using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class OtpAuthUriTests
{
    [Fact]
    public void MFA_3_TheAppShowsTenantAndLoginId() =>
        OtpAuthUri.For("Security: Service", "taro@example.jp.cs", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").ShouldBe(
            "otpauth://totp/Security%20%20Service:taro%40example.jp.cs"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Security%20%20Service");

    [Fact]
    public void MFA_3_AJapaneseNameIsEscaped() =>
        OtpAuthUri.For("回線", "N1", "AE").ShouldBe("otpauth://totp/%E5%9B%9E%E7%B7%9A:N1?secret=AE&issuer=%E5%9B%9E%E7%B7%9A");
}
