using System.Globalization;

namespace Portal.Rules.Mail;

/// <summary>What a mail server's word about a failed delivery says of the address (ML-05; codes of RFC 3463).</summary>
public static class DeliveryFailure
{
    private const int Parts = 3;
    private const int LongestNumber = 3;

    /// <summary>
    /// True where the mailbox or its domain does not exist or takes no mail at all, so that every later mail would come
    /// back as well. A full mailbox, a refused text, a sender that is not liked say nothing of the kind.
    /// </summary>
    /// <param name="status">An enhanced status code, such as "5.1.1"; null and what is none count as no.</param>
    public static bool IsOfMailbox(string? status)
    {
        if (!IsCode(status ?? "") || status!.Split('.') is not ["5", var subject, var detail])
        {
            return false;
        }

        return (Number(subject), Number(detail)) switch
        {
            // The system's and the sender's address, a mailing list's rules.
            (1, 7 or 8) => false,
            (1, _) => true,

            // Disabled; no route, no such domain.
            (2, 1) or (4, 4) => true,
            _ => false,
        };
    }

    /// <summary>The enhanced status code with which a server's answer begins; null where there is none.</summary>
    /// <param name="answer">Without the three digits of SMTP, such as "5.1.1 no such user".</param>
    public static string? StatusIn(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var first = answer.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        return IsCode(first ?? "") ? first : null;
    }

    private static bool IsCode(string text) => text.Split('.') is { Length: Parts } parts
        && parts.All(part => part.Length is > 0 and <= LongestNumber && part.All(char.IsAsciiDigit)) && parts[0].Length == 1;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
