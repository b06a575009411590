using Portal.Rules.SecondFactors;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>Where each method is asked for.</summary>
internal static class SecondStepPaths
{
    public const string Choice = SignInPaths.Method;

    /// <summary>A passkey needs no page of its own: its button is on the page of choice.</summary>
    public static string Of(FactorMethod method) => method switch
    {
        FactorMethod.App => SignInPaths.AppCode,
        FactorMethod.EmailCode => SignInPaths.EmailCode,
        FactorMethod.RecoveryCode => SignInPaths.RecoveryCode,
        _ => Choice,
    };
}
