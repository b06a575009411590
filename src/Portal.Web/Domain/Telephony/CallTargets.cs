using PhoneNumbers;
using Portal.Rules.OptionServices;
using Portal.Rules.Text;

namespace Portal.Web.Domain.Telephony;

/// <summary>Reads what somebody typed as a number to be called, and what that number is for.</summary>
public static class CallTargets
{
    private static readonly string[] Emergencies = ["110", "118", "119"];

    // Calls on premium terms, and those whose price the called party sets.
    private static readonly string[] Costly = ["+81990", "+81570"];

    public static TypedTarget Read(string? typed)
    {
        var digits = CanonicalText.PhoneNumber(typed ?? "");
        return digits switch
        {
            "" => new TypedTarget(null, NumberUse.None, IsEmpty: true),
            _ when Emergencies.Contains(digits) => new TypedTarget(null, NumberUse.Emergency),
            { Length: 3 } when digits.All(char.IsAsciiDigit) => new TypedTarget(null, NumberUse.ThreeDigits),
            ['+', not '8', ..] or ['+', '8', not '1', ..] or ['0', '1', '0', ..] => new TypedTarget(null, NumberUse.Foreign),
            _ => E164.Read(digits) is { } number ? new TypedTarget(number, UseOf(number)) : new TypedTarget(null, NumberUse.None),
        };
    }

    private static NumberUse UseOf(string number)
    {
        if (Costly.Any(number.StartsWith))
        {
            return NumberUse.Premium;
        }

        var util = PhoneNumberUtil.GetInstance();
        return util.GetNumberType(util.Parse(number, null)) switch
        {
            PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE => NumberUse.Fixed,
            PhoneNumberType.MOBILE or PhoneNumberType.PERSONAL_NUMBER => NumberUse.Mobile,
            PhoneNumberType.VOIP => NumberUse.Internet,
            PhoneNumberType.TOLL_FREE => NumberUse.Free,
            PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST or PhoneNumberType.UAN => NumberUse.Premium,
            _ => NumberUse.None,
        };
    }
}
