namespace Portal.Web.Data.Seed.Knowledge;

/// <summary>How things are done.</summary>
internal static class DemoGuides
{
    public static IReadOnlyList<DemoArticle> Console { get; } =
    [
        new("first-sign-in", 120, 214)
        {
            TitleJa = "初めてログインするときの手順",
            Reading = "ハジメテログインスルトキノテジュン",
            TextJa = """
                ご契約の開始時にお送りする招待メールから、次の順に進みます。

                1. 招待メールのリンクを開き、パスワードを設定します
                2. 認証アプリを登録します。登録には、スマートフォンの認証アプリを使います
                3. 回復コードを保存します

                ## 認証アプリを使えないとき

                認証アプリの代わりに、メールで届く6桁のコードでもログインできます。
                """,
            TitleEn = "Signing in for the first time",
            TextEn = """
                Start from the invitation that we email when your contract begins.

                1. Open the link of the invitation and set a password
                2. Register an authenticator app on your telephone
                3. Save the recovery codes

                ## If you cannot use an app

                A code of six digits that we email to you will do as well.
                """,
        },
        new("add-a-user", 96, 158)
        {
            TitleJa = "利用者を追加する",
            Reading = "リヨウシャヲツイカスル",
            TextJa = """
                契約管理者は、「利用者」の画面から利用者を追加できます。

                1. 「利用者の追加」を押し、氏名とメールアドレスを入力します
                2. 確認の画面で内容を確かめ、登録します
                3. 招待メールが本人に届きます。招待の期限は7日間です

                期限が過ぎたときは、利用者の画面から招待を送り直してください。
                """,
            TitleEn = "Add a user",
            TextEn = """
                Contract administrators add users on the page “Users”.

                1. Choose “Add user” and enter name and email address
                2. Check the details and register
                3. The user gets an invitation, which is valid for 7 days

                After that, send the invitation again from the page of the user.
                """,
        },
        new("write-a-good-inquiry", 60, 87)
        {
            TitleJa = "お問い合わせに書いていただきたいこと",
            Reading = "オトイアワセニカイテイタダキタイコト",
            TextJa = """
                次のことが分かると、早く回答できます。

                - アラートの番号、または発生した日時
                - 送信元と宛先のIPアドレス
                - その時間に行っていた作業
                - 業務への影響

                ログを添付するときは、Cookieや認証の値が含まれていないことを確かめてください。
                """,
            TitleEn = "What to write in an inquiry",
            TextEn = """
                We can answer sooner if you tell us:

                - the number of the alert, or when it happened
                - source and destination IP addresses
                - what you were doing at that time
                - how it affects your business

                Before you attach a log, make sure that it contains no cookies and no credentials.
                """,
        },
        new("who-sees-cases", 45, 63)
        {
            TitleJa = "ケースの公開範囲を設定する",
            Reading = "ケースノコウカイハンイヲセッテイスル",
            TextJa = """
                契約管理者は、ほかの利用者のケースを誰が見られるかを選べます。初めは、契約の全員が見られます。

                秘密のケースとして作成すると、作成者、共有先、および公開範囲に含まれる契約管理者だけが見られます。
                """,
            TitleEn = "Set who sees cases",
            TextEn = """
                Contract administrators choose who sees the cases of the others. To begin with, everybody of the contract does.

                A case that is marked confidential is seen only by its author, those it is shared with and those
                contract administrators who see other cases.
                """,
        },
    ];

    public static IReadOnlyList<DemoArticle> Devices { get; } =
    [
        new("sensor-setup", 88, 132)
        {
            TitleJa = "センサー機器の設置と接続",
            Reading = "センサーキキノセッチトセツゾク",
            IsForService = true,
            TextJa = """
                センサー機器は、スイッチのミラーポートに接続します。

                | 端子 | 接続先 |
                |---|---|
                | MGT | 管理用ネットワーク |
                | MON1 | ミラーポート |

                管理用ネットワークからは、`192.0.2.10` の443番ポートへの通信を許可してください。
                """,
            TitleEn = "Install and connect a sensor",
            TextEn = """
                Connect the sensor to a mirror port of your switch.

                | Port | Connect to |
                |---|---|
                | MGT | management network |
                | MON1 | mirror port |

                Allow traffic from the management network to port 443 of `192.0.2.10`.
                """,
        },
        new("vpn-for-remote-work", 30, 176)
        {
            TitleJa = "VPNに接続できないときの確認",
            Reading = "ブイピーエヌニセツゾクデキナイトキノカクニン",
            TextJa = """
                VPNに接続できないときは、次の順に確認してください。

                1. ほかのWebサイトを表示できるか
                2. パソコンの時刻が合っているか
                3. 証明書の有効期限が切れていないか
                4. 接続先の名前が `vpn.security.example.jp` か

                すべて問題がないときは、表示されたエラーの番号を添えてお問い合わせください。
                """,
            TitleEn = "If the VPN does not connect",
            TextEn = """
                Check the following, in this order.

                1. Do other web sites open?
                2. Is the clock of your computer right?
                3. Has your certificate expired?
                4. Is the gateway `vpn.security.example.jp`?

                If all of this is fine, ask us and include the error number.
                """,
        },
        new("log-forwarding", 21, 44)
        {
            TitleJa = "ログの転送を設定する",
            Reading = "ログノテンソウヲセッテイスル",
            IsForService = true,
            TextJa = """
                ファイアウォールのログは、syslog（TLS）で転送します。

                1. 管理画面で転送先の証明書をダウンロードします
                2. ファイアウォールに証明書を登録します
                3. 転送先に `log.security.example.jp:6514` を設定します

                設定できる機種は、添付の一覧をご覧ください。
                """,
            TitleEn = "Forward logs",
            TextEn = """
                Logs of firewalls are forwarded by syslog over TLS.

                1. Download the certificate of the receiver from the console
                2. Register it in the firewall
                3. Forward to `log.security.example.jp:6514`

                The attached list names the models that can do this.
                """,
            File = ("対応機種一覧.csv", "機種,版,転送方式\r\nFW-100,5.2以降,syslog（TLS）\r\nFW-300,6.0以降,syslog（TLS）\r\n"),
        },
        new("sensor-replacement", 4, 6)
        {
            TitleJa = "センサー機器の交換手順（準備中）",
            Reading = "センサーキキノコウカンテジュン",
            TextJa = "交換の手順を準備しています。",
            IsDraft = true,
        },
    ];
}
